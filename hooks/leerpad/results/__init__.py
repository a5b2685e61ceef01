"""What learners gave of their own accord: reads result files, and works out how questions did.

It promises to keep sums, never files: memory doesn't grow with their number, and no row tells of one person. What it
can't read it names with a reason and goes on. It writes nothing but what it is asked for.
"""
