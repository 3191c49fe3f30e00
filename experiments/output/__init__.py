"""What every answer is written with: a folder that appears whole, and tables for files and terminals."""
