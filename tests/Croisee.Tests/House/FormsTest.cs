using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>A form fills what was written for it and nothing of the database: a column that somebody adds to what they send lands nowhere (S03).</summary>
public sealed class FormsTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Fill_no_mapped_noun()
    {
        var nouns = await place.Db(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.ClrType).ToHashSet()));
        var faults = new List<string>();
        var seen = 0;
        foreach (var model in (await ScreenList.Read(place)).Select(s => s.Model).Distinct())
            foreach (var bound in Bound(model))
            {
                seen++;
                faults.AddRange(Reached(bound.PropertyType, []).Where(nouns.Contains).Select(n => $"{model.FullName}.{bound.Name} fills a {n.Name}"));
            }
        Assert.True(seen > 100, "No bound property was looked at.");
        Repo.None(faults, "Bind a nested Form with the fields of the page, and call a method of the noun:");
    }

    static IEnumerable<PropertyInfo> Bound(Type model) =>
        model.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(p => p.GetCustomAttributes().Any(a => a is BindPropertyAttribute or FromFormAttribute or FromQueryAttribute or FromRouteAttribute));

    /// <summary>The type itself, what it holds and what it lists, down to the words and numbers. Only what can be set is bound.</summary>
    static HashSet<Type> Reached(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsArray) return Reached(type.GetElementType()!, seen);
        if (type.IsGenericType) foreach (var inner in type.GetGenericArguments()) Reached(inner, seen);
        if (type.Namespace?.StartsWith("Croisee", StringComparison.Ordinal) is not true || !seen.Add(type)) return seen;
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true })) Reached(property.PropertyType, seen);
        return seen;
    }
}
