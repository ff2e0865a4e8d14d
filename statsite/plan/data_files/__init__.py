"""The files of data that readers take away: exact tables, tables in words, workbooks, archives."""
