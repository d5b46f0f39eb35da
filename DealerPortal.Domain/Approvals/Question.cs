using System.Security.Cryptography;
using System.Text;
using DealerPortal.Domain.Policies;

namespace DealerPortal.Domain.Approvals;

/// <summary>What is asked of those who approve: sentences by their codes, so that what is bound is exactly what was shown.</summary>
/// <param name="Kind">What kind of question, such as <c>plan</c>; words under <c>approval.kind.KIND</c>.</param>
/// <param name="Subject">The thing it is asked about.</param>
/// <param name="DealerId">Null where it is about more than one dealer.</param>
/// <param name="Region">The dealer's region: a chain's link of a region is answered by that region's people.</param>
/// <param name="Path">The page that shows the thing, from the root.</param>
public sealed record Question(string Kind, Guid Subject, Guid? DealerId, string Region, string Path, Clause Clause, IReadOnlyList<Step> Shown)
{
    /// <summary>SHA-256, in lower-case hex, over the kind, the subject and every sentence shown. A changed question has another hash.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}\n{Subject:N}\n{Clause}\n{StepText.Write(Shown)}")));
}
