"""What a scope is made of: which files, whether it is closed, which cohorts together."""

from pages._ui.resources.kept import datasets, store
from rm_eval import cohorts, pipeline, theming
from rm_eval.cohorts import Pool
from rm_eval.pipeline import Audience, Dataset, Scope, Way

# "Take mentors and mentees together" is a choice of the first closing.
ALWAYS: tuple[Way, ...] = ("combine", "team", "limit")


def ways_out(scope: Scope) -> tuple[Way, ...]:
    """The ways to see more that there are a control for."""
    can_pool = any(scope in pool.scopes for pool in pools())
    return ("pool", *ALWAYS) if can_pool else ALWAYS


def pools() -> tuple[Pool, ...]:
    """What can be taken together of what is loaded."""
    return cohorts.pools(store(), dict.fromkeys(dataset.scope for dataset in datasets()))


def pool_of(scope: Scope) -> Pool | None:
    """The cohorts that a scope takes together; None where it is one cohort."""
    return next((pool for pool in pools() if pool.scope == scope), None)


def is_closed(scope: Scope) -> bool:
    """Whether figures are given out; cohorts are taken together only once they are closed."""
    return pool_of(scope) is not None or pipeline.is_closed(store(), scope)


def datasets_of(scope: Scope) -> tuple[Dataset, ...]:
    """What is loaded of a cohort and stage, or of several cohorts together."""
    return tuple(dataset for dataset in datasets() if dataset.scope in scopes_of(scope))


def scopes_of(scope: Scope) -> tuple[Scope, ...]:
    """The single stages it stands for."""
    pool = pool_of(scope)
    return pool.scopes if pool else scope.stages


def ids_of(scope: Scope) -> tuple[str, ...]:
    """What its answers are known by; no two files share an id."""
    return tuple(dataset.id for dataset in datasets_of(scope))


def key_of(scope: Scope) -> tuple[str, ...]:
    """What figures change with: answers, themes a person said and, of two stages, who is linked."""
    linkings = pipeline.linkings(store()) if scope.since else ()
    pairs = [
        str(pair.people)
        for linking in linkings
        if {linking.earlier.scope, linking.later.scope} == set(scope.stages)
        for pair in linking.linked
    ]
    return *ids_of(scope), *pairs, *(theming.said_lately(store(), one) for one in scopes_of(scope))


def key_for(scope: Scope, audience: Audience) -> tuple[str, ...]:
    """What figures change with that an audience sees: for others what was given out, alone."""
    if audience == "team":
        return key_of(scope)
    return tuple(pipeline.served(store(), one) for one in (scope, *scope.stages))
