"""The Mesa face: agents as views of rows, made when somebody asks and never otherwise."""
