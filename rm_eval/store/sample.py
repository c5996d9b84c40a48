"""The sample and one's own are never mixed: whatever of one's own comes first clears the sample."""

from rm_eval.store.beside import BESIDE, delete_sample_beside, kept_beside
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
        beside = any(kept_beside(connection, table, sample=False) for table in BESIDE)
    return beside or any(not dataset.sample for dataset in store.datasets())
