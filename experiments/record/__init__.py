"""What a folder of results says of itself: the question, whole, and what it was answered with."""
