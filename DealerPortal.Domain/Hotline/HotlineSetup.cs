using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Domain.Hotline;

/// <summary>The capability's own part of the list of what is registered.</summary>
internal static class HotlineSetup
{
    public static void AddHotline(this IServiceCollection services)
    {
        Type[] all =
        [
            typeof(Discretion), typeof(NoteCall), typeof(PromiseCall), typeof(KeepPromise), typeof(FileFromCall), typeof(WriteScript),
            typeof(CallerList), typeof(CallerSheet), typeof(CallDesk), typeof(ScriptList), typeof(CallList),
        ];
        foreach (var type in all) services.AddSingleton(type);
    }
}
