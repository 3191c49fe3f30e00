"""What an answer hangs on: which unknown numbers move it most, and how far all of them together move it."""
