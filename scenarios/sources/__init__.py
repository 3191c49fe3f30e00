"""Where numbers come from: the bibliography, and which of its entries the numbers name."""
