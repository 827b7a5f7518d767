"""Records of many documents to one knowledge base: who is who over all of them, and what they tell together.

    from kextract.merge import Knowledge, Store
    store = Store()
    for record in records:
        store.add(record)
    for item in Knowledge(store).entities(): ...

Memory does not grow with the records, but for some bytes an entity; the rest is in a temporary file of sqlite.
"""

from kextract.merge.knowledge import Knowledge
from kextract.merge.store import RecordError, Store

__all__ = ["Knowledge", "RecordError", "Store"]
