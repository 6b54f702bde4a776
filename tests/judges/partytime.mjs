// Reads a feed from stdin with podcast-partytime, and prints what it found as JSON: null where it found no feed.
import { readFileSync } from "node:fs";

import partytime from "podcast-partytime";

process.stdout.write(JSON.stringify(partytime.parseFeed(readFileSync(0, "utf8"))));
