"""What several tests use: small courses on disk, builds, a browser."""
