using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Storage;

public sealed class SqliteStorageTests() : StorageTests(Database.Sqlite);
