using System.Security.Cryptography;
using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Architecture;

/// <summary>The script that every page needs is not in the shared framework any more: the build cuts it out of a package, and must have done so.</summary>
public sealed class BlazorScriptTests
{
    [Fact]
    public void The_script_is_there_and_is_the_known_one() => Assert.Equal(
        "56fd42622148d11045648e29ebd1994d24e7a8e4a0d9489e8ad5ea5cc8af2db4",
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Source.Root, "DealerPortal.Web/wwwroot/_framework/blazor.web.js")))));
}
