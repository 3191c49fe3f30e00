"""Which source code makes a result: found from what is imported, so that no list of files has to be kept by hand."""
