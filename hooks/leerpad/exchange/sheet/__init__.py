"""Questions from a spreadsheet, CSV or XLSX: a question per row, what the columns hold said by the first row."""
