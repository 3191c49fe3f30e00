"""The accounts of the policies that are enacted, by name and by what each policy does."""

from __future__ import annotations

from collections.abc import Iterable

from poverty_nodes.model.policies.delivery.account import Account


class Enacted(dict[str, Account]):
    """Accounts by the name of their policy; phases ask for those that do something, never for a name.

    What a policy does is what it declares: the instruments that it pulls and the marks that it sets. This is worked out
    once for each kind of act, so that a month only looks it up in a dictionary.
    """

    def __init__(self, accounts: Iterable[Account] = ()) -> None:
        super().__init__((account.policy.name, account) for account in accounts)
        self._doing: dict[tuple[str, ...], tuple[Account, ...]] = {}

    def doing(self, acts: tuple[str, ...]) -> tuple[Account, ...]:
        """The accounts of the policies that pull or set any of these instruments and marks, in the package's order."""
        found = self._doing.get(acts)
        if found is None:
            found = self._doing[acts] = tuple(
                account
                for account in self.values()
                if not {*account.policy.pulls, *account.policy.marking}.isdisjoint(acts)
            )
        return found

    def bearing(self, *acts: tuple[str, ...]) -> Account | None:
        """The account that stands for an act of several policies: the first that runs this month, else the first."""
        candidates = [account for each in acts for account in self.doing(each)]
        running = [account for account in candidates if account.active > 0.0]
        return next(iter([*running, *candidates]), None)
