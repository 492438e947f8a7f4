"""Leases of slots in what a server of one's own keeps them in."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import uuid4

from flows.serving.leases import ConcurrencyLeaseStorage


def test_a_lease_lasts_until_its_run_ends() -> None:
    """However late it is renewed, it does not count as expired; only who takes it back ends it."""

    async def story() -> None:
        storage, limit = ConcurrencyLeaseStorage(), uuid4()
        lease = await storage.create_lease([limit], timedelta(seconds=-3600))
        assert await storage.read_expired_lease_ids() == []
        assert await storage.renew_lease(lease.id, timedelta(seconds=-3600))
        kept = await storage.read_lease(lease.id)
        assert kept
        assert kept.resource_ids == [limit]
        await storage.revoke_lease(lease.id)
        assert await storage.read_lease(lease.id) is None

    asyncio.run(story())


def test_a_run_whose_lease_is_forgotten_goes_on() -> None:
    """A server that was started again knows no lease of before; the runs of before are at work all the same."""
    assert asyncio.run(ConcurrencyLeaseStorage().renew_lease(uuid4(), timedelta(seconds=300)))
