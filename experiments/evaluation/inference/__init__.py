"""How sure an estimate is: errors by clusters, wild bootstrap, worlds without the programme."""
