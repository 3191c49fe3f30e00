"""What an answer hangs on: which numbers that nobody knows move it most, and how far all of them together do."""
