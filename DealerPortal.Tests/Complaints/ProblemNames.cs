using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Complaints;

/// <summary>What the pack calls the problems, by their codes.</summary>
internal static class ProblemNames
{
    public static string ProblemName(this PortalHost host, string code, bool isEnglish = false)
    {
        var name = host.The<PolicyBook>().Own.Last().Find<ProblemCatalogue>()!.Find(code)!.Name;
        return isEnglish ? name.En : name.Zh;
    }
}
