using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Storage;

public sealed class SqliteSweepTests() : SweepTests(Database.Sqlite);
