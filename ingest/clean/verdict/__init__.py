"""A small trained model for plain texts that are a whole flattened web page: menus, rails, footers and all.

It judges lines by their shape, their phrases and their company. Shallow text features in context after
Kohlschütter, Fankhauser and Nejdl (2010), "Boilerplate Detection using Shallow Text Features"; a forest of
boosted trees, made by `training/lines`.
"""
