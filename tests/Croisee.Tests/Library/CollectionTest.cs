using Croisee.Library.Collections;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The rules of a collection: an order without holes, nothing twice, what was just added may be taken back.</summary>
[Trait("kind", "pure")]
public sealed class CollectionTest
{
    static readonly DateTime Now = new(2027, 3, 4, 10, 0, 0, DateTimeKind.Utc);
    readonly Guid[] sheets = [.. Enumerable.Range(0, 50).Select(_ => Guid.CreateVersion7())];

    Collection Of(int count)
    {
        var made = new Collection(Guid.CreateVersion7(), Guid.CreateVersion7(), "Essai", null, Now);
        made.Add(sheets.Take(count), Now);
        return made;
    }

    string Order(Collection collection)
    {
        Assert.Equal(Enumerable.Range(1, collection.Entries.Count), collection.Entries.Select(e => e.Position).Order());
        return string.Concat(collection.Entries.OrderBy(e => e.Position).Select(e => "abcdefghij"[Array.IndexOf(sheets, e.SheetId)]));
    }

    [Theory]
    [InlineData(0, 3, "bcad")]
    [InlineData(3, 1, "dabc")]
    [InlineData(1, 2, "abcd")]
    [InlineData(1, 99, "acdb")]
    public void Moves_a_sheet_to_its_place(int sheet, int place, string order)
    {
        var collection = Of(4);
        collection.Move(sheets[sheet], place, Now);
        Assert.Equal(order, Order(collection));
    }

    [Fact]
    public void Holds_a_sheet_once_and_closes_the_ranks_when_one_leaves()
    {
        var collection = Of(3);
        Assert.Empty(collection.Add(sheets.Take(2), Now));
        collection.Remove(sheets[1], Now);
        Assert.Equal("ac", Order(collection));
    }

    [Fact]
    public void Takes_forty_sheets_at_most_and_then_none_of_those_asked()
    {
        var collection = Of(39);
        Assert.Equal("DOS-NOMBRE", Assert.Throws<RuleBroken>(() => collection.Add(sheets.Skip(39).Take(2), Now)).Code);
        Assert.Equal(39, collection.Entries.Count);
    }

    [Fact]
    public void Remembers_the_last_adding_for_an_hour()
    {
        var collection = Of(2);
        collection.Add(sheets.Skip(2).Take(2), Now.AddHours(2));
        Assert.Equal(sheets.Skip(2).Take(2), collection.JustAdded(Now.AddHours(2)).Select(e => e.SheetId));
        Assert.Empty(collection.JustAdded(Now.AddHours(3)));
    }

    [Fact]
    public void Is_not_published_empty() => Assert.Equal("DOS-VIDE", Assert.Throws<RuleBroken>(() => Of(0).Publish(Guid.CreateVersion7(), Now)).Code);
}
