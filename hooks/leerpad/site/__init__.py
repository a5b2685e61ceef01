"""From a course to a site: pages, navigation, data, assets, and the HTML of everything that isn't plain Markdown."""
