using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Storage;

[Trait("Category", "Postgres")]
public sealed class PostgresSweepTests() : SweepTests(Database.Postgres);
