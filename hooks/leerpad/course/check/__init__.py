"""What only the whole course shows: ids given twice, references that lead nowhere, settings that would do harm."""
