"""Which faults, made on purpose, do the tests not notice? A report for whoever writes tests, never a gate.

Ours and not a library's, because two were tried and neither can look at this house. mutmut 3.8 skips whatever
is decorated or stands outside functions: all rules and properties, every table and every pattern (two thirds of
``rules``); and its trampolines make good tests fail. cosmic-ray 8.7 starts an interpreter for each fault
(219 for ``derive.deadlines``, nine minutes), makes many that cannot matter (``X | None`` in an annotation becomes
``X + None``, the bare ``*`` of a signature ``/``), and none in a text or pattern.
"""
