"""Reading: the content folder in, a frozen site and its problems out.

The only stage that touches content/.
"""

import os

# Plugins of whatever else is installed would change how content is read, and to look for them takes
# a fiftieth of a second at each start.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
