using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Notices;

[Trait("Category", "Postgres")]
public sealed class PostgresNoticesTests() : NoticesTests(Database.Postgres);
