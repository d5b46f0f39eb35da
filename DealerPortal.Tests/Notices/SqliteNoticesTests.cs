using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Notices;

public sealed class SqliteNoticesTests() : NoticesTests(Database.Sqlite);
