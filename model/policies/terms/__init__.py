"""What the terms of policies are made of: strict records, values over time, and how two policies join."""
