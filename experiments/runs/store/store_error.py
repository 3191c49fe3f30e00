"""What a user is told of a store that cannot be used as it is; light, so that the command can know it at any time."""


class StoreError(Exception):
    """The store cannot be written or read on; the message says where, why and what to do."""


class StoreWarning(UserWarning):
    """Something in the store's folder was left aside; the message names it."""
