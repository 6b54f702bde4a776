"""What zipfile raises of an archive that is damaged or cut off: at its list, and at each of its entries."""

import zlib
from lzma import LZMAError
from zipfile import BadZipFile

UNREADABLE = (BadZipFile, zlib.error, LZMAError, EOFError, OSError, OverflowError, RuntimeError, ValueError)
