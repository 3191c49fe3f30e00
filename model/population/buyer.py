"""A buyer of a place's final product: a chain with its type of governance."""

from poverty_nodes.model.population.table import Field, record

FIELDS = (
    Field("id", "i8", "identity", "never reused"),
    Field("place", "i1", "code", "the place whose exporters it orders from"),
    Field("governance", "i1", "code", "0 market, 1 modular, 2 relational, 3 captive, 4 hierarchy"),
    Field("volume", "f8", "/1", "orders of the month as a multiple of the base month"),
    Field("base_orders", "f8", "$/month", "orders of the base month"),
    Field(
        "appeal",
        "f8",
        "/1",
        "its orders to the place as they follow its preference for suppliers there, base 1",
    ),
    Field("growth", "f8", "/month", "trend growth of its orders"),
    Field("state", "f8", "/1", "log deviation of its orders from trend (autoregressive)"),
    Field("volatility", "f8", "/month", "standard deviation of the log of a month's orders"),
    Field(
        "markdown",
        "f8",
        "/1",
        "share of the reference price kept from a supplier without functions of its own",
    ),
    Field("premium", "f8", "/1", "price premium at quality 1 over quality 0"),
    Field("base_governance", "i1", "code", "its type in the base month"),
    Field("base_markdown", "f8", "/1", "its markdown in the base month"),
    Field("base_premium", "f8", "/1", "its premium in the base month"),
    Field("base_switching", "f8", "/month", "its switching in the base month"),
    Field("knowledge_process", "f8", "/1", "help with processes; 1 is an average buyer's"),
    Field("knowledge_product", "f8", "/1", "help with the product"),
    Field(
        "knowledge_functional",
        "f8",
        "/1",
        "freedom that it leaves for design, brand and own marketing",
    ),
    Field("closeness", "f8", "0-1", "tie that a perfect record of delivery comes to"),
    Field(
        "switching", "f8", "/month", "speed at which orders move towards the suppliers it prefers"
    ),
    Field("minimum_quality", "f8", "/1", "quality below which it does not order"),
    Field(
        "minimum_standard",
        "f8",
        "/1",
        "labour and environment standard below which it does not order",
    ),
    Field(
        "minimum_order", "f8", "workers", "smallest capacity, own and put out, that it orders from"
    ),
)

BUYER = record(FIELDS)
