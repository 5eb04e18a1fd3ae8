"""The public content as files: tables described once, in every format that is made of them.

`catalogue` says which tables there are and what each column means. The list's CSV, XLSX and JSON,
the data package and the OpenAPI description are all read off it.
"""
