"""Many runs: what is asked, who computes it, where it is kept, what failed, how long it takes."""
