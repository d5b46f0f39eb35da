using DealerPortal.Domain.Storage;
using NodaTime.Testing;

namespace DealerPortal.Tests.Support;

/// <summary>What tests of the bare domain and tests in a browser share, so that both lay out people and goods with the same words.</summary>
public interface IPortal
{
    FakeClock Clock { get; }

    /// <summary>An action, a view, or anything else that is registered.</summary>
    T The<T>() where T : notnull;

    /// <summary>Looks into, or lays things into, the database past the actions.</summary>
    Task<T> Db<T>(Func<PortalDb, Task<T>> look);
}
