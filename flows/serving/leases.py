"""Leases of concurrency slots that neither a new start of the server nor a clock that jumps takes away.

`PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE` names this module. With Prefect's own, a run is ended in the middle
of its work when its lease, which the server keeps in memory, is not found or counts as expired.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from prefect.server.concurrency.lease_storage import memory


class ConcurrencyLeaseStorage(memory.ConcurrencyLeaseStorage):
    """Leases that last until their run ends.

    A run whose process died is ended as well, so that no slot is lost. What keeps two runs from writing at
    once is the warehouse's own lock.
    """

    # Like the class above it there is one for a process, but another one.
    _instance = None
    _initialized = False

    async def renew_lease(self, lease_id: UUID, ttl: timedelta) -> bool:
        """Renew a lease, and let a run go on whose lease is not known any more."""
        await super().renew_lease(lease_id, ttl)
        return True

    async def read_expired_lease_ids(self, limit: int = 100) -> list[UUID]:
        """Return no lease: time alone ends none."""
        return []
