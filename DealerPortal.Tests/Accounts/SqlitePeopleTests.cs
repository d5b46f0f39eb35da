using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Accounts;

public sealed class SqlitePeopleTests() : PeopleTests(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class PostgresPeopleTests() : PeopleTests(Database.Postgres);
