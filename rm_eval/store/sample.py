"""The sample and one's own are never mixed: whatever of one's own comes first clears the sample."""

from sqlalchemy import select

from rm_eval.store.beside import BESIDE, delete_sample_beside
from rm_eval.store.records import Store
from rm_eval.store.releases import forget_releases


def clear_sample(store: Store) -> None:
    """Delete the sample programme with everything that came with it, and nothing else."""
    sample = [dataset for dataset in store.datasets() if dataset.sample]
    store.delete(*(dataset.id for dataset in sample))
    for scope in {dataset.scope for dataset in sample}:
        # Nobody real was told of.
        forget_releases(store, scope)
    with store.change() as connection:
        delete_sample_beside(connection)


def holds_own(store: Store) -> bool:
    """Say whether anything of one's own is kept: answers, or what stands beside them."""
    with store.engine.connect() as connection:
        # Whether there is any row, and not what is in it: payloads can be large.
        own = (select(table.c.sample).where(~table.c.sample).limit(1) for table in BESIDE)
        beside = any(connection.execute(query).first() for query in own)
    return beside or any(not dataset.sample for dataset in store.datasets())
