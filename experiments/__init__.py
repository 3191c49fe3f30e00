"""What is learnt: questions put to the model, the runs under them, the reports on top."""
