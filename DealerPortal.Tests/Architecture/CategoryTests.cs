using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Architecture;

public sealed class CategoryTests
{
    /// <summary>The runner reads a base class's categories only where the class has none of its own: a campaign on PostgreSQL that says "Postgres" alone would run every time.</summary>
    [Fact]
    public void A_class_with_categories_of_its_own_repeats_those_of_its_base() => Offences.None(
        from type in typeof(CategoryTests).Assembly.GetTypes()
        where !type.IsAbstract && Own(type).Count > 0
        from missing in Bases(type).SelectMany(Own).Except(Own(type))
        select $"{type.FullName} has categories, but not its base's {missing}");

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var one = type.BaseType; one is not null && one != typeof(object); one = one.BaseType) yield return one;
    }

    private static List<string> Own(Type type) =>
        [.. type.GetCustomAttributesData().Where(data => data.AttributeType == typeof(TraitAttribute)).Select(data => (string)data.ConstructorArguments[1].Value!)];
}
