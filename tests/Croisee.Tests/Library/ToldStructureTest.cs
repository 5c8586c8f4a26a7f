using Croisee.Library;
using Croisee.Library.Kinship;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Which names in which places are one organisation: what is told, the FINESS number, and what the moderation says.</summary>
[Trait("kind", "pure")]
public sealed class ToldStructureTest
{
    static readonly DateTime Day = new(2026, 11, 28, 0, 0, 0, DateTimeKind.Utc);

    static ToldName Told(string key, string commune, string? finess = null, int count = 1) => new(key, new("r53", null, commune.Length == 0 ? null : commune), finess, count);

    static StructureTie Tie(StructureVerdict verdict, string one, string other, int minute = 0) => new(StructureBook.EndOf(one), StructureBook.EndOf(other), verdict, "On le sait.", Guid.Empty, Day.AddMinutes(minute));

    static string Of(ToldName[] told, params StructureTie[] ties) =>
        string.Join(" | ", ToldStructure.Gather(told, ties).Select(s => s.Lead.Code + " = " + string.Join(" + ", s.Spots.Select(p => p.End.Code))).Order(StringComparer.Ordinal));

    [Fact]
    public void Leaves_one_name_in_two_places_two_until_somebody_says_that_it_is_one()
    {
        ToldName[] told = [Told("foyer", "brest"), Told("foyer", "rennes")];
        Assert.Equal("foyer--brest-r53 = foyer--brest-r53 | foyer--rennes-r53 = foyer--rennes-r53", Of(told));
        Assert.Equal("foyer = foyer--brest-r53 + foyer--rennes-r53", Of(told, Tie(StructureVerdict.One, "foyer--brest-r53", "foyer--rennes-r53")));
    }

    [Fact]
    public void Makes_one_of_the_same_FINESS_number_whatever_the_names_and_the_places()
    {
        Assert.Equal("foyer-bleu = foyer--brest-r53 + foyer-bleu--rennes-r53", Of([Told("foyer", "brest", "990000123"), Told("foyer-bleu", "rennes", "990000123", 3)]));
        Assert.Equal("foyer = foyer--brest-r53 | foyer-bleu = foyer-bleu--rennes-r53", Of([Told("foyer", "brest", "990000123"), Told("foyer-bleu", "rennes", "990000124")]));
    }

    [Fact]
    public void Keeps_apart_what_is_said_to_be_different_though_a_number_or_a_third_would_join_it()
    {
        Assert.Equal("foyer = foyer--brest-r53 | foyer-bleu = foyer-bleu--rennes-r53",
            Of([Told("foyer", "brest", "990000123"), Told("foyer-bleu", "rennes", "990000123")], Tie(StructureVerdict.Different, "foyer--brest-r53", "foyer-bleu--rennes-r53")));
        Assert.Equal("b = a--x-r53 + b--y-r53 | c = c--z-r53",
            Of([Told("a", "x"), Told("b", "y"), Told("c", "z")], Tie(StructureVerdict.Different, "a--x-r53", "c--z-r53"), Tie(StructureVerdict.One, "a--x-r53", "b--y-r53"), Tie(StructureVerdict.One, "b--y-r53", "c--z-r53", 1)));
    }

    [Fact]
    public void Leads_with_the_name_that_the_moderation_chose_even_if_fewer_sheets_bear_it() =>
        Assert.Equal("neuf = ancien--x-r53 + neuf--y-r53", Of([Told("ancien", "x", count: 9), Told("neuf", "y")], Tie(StructureVerdict.One, "ancien--x-r53", "neuf--y-r53")));

    [Fact]
    public void Follows_a_place_that_is_told_more_precisely_since_and_forgets_one_that_nobody_tells()
    {
        var tie = Tie(StructureVerdict.One, "a--r53", "b--y-r53");
        Assert.Equal("b = a--x-r53 + b--y-r53", Of([Told("a", "x"), Told("b", "y")], tie));
        // It could be either now: nobody said which.
        Assert.Equal("a--x-r53 = a--x-r53 | a--z-r53 = a--z-r53 | b = b--y-r53", Of([Told("a", "x"), Told("a", "z"), Told("b", "y")], tie));
        Assert.Equal("b = b--y-r53", Of([Told("b", "y")], tie));
    }

    /// <summary>The name alone means all that bear it: the one that tells no place has a word of its own.</summary>
    [Fact]
    public void Gives_the_one_that_tells_no_place_a_code_of_its_own()
    {
        ToldName[] told = [new("foyer", new(null, null, null), null, 1), Told("foyer", "brest"), Told("foyer", "rennes")];
        Assert.Equal("foyer--brest-r53 = foyer--brest-r53 | foyer--rennes-r53 = foyer--rennes-r53 | foyer--sans-lieu = foyer--sans-lieu", Of(told));
        var nowhere = new StructureEnd("foyer", StructurePlace.Nowhere);
        Assert.Equal((nowhere, "/repertoire/structures/foyer?lieu=sans-lieu"), (StructureBook.EndOf(nowhere.Code), nowhere.Href));
        Assert.Equal(nowhere, ToldStructure.Find(ToldStructure.Gather(told, []), nowhere)!.Value.Spot.End);
        Assert.True(SheetFacets.Find(SheetFacets.Structure)!.Knows(nowhere.Code));
        Assert.Equal("foyer--brest-r53 = foyer--brest-r53 + foyer--sans-lieu | foyer--rennes-r53 = foyer--rennes-r53", Of(told, Tie(StructureVerdict.One, "foyer--sans-lieu", "foyer--brest-r53")));
    }

    /// <summary>What is linked with its place goes on meaning the same one: told more precisely since, or joined by another that bears its name.</summary>
    [Fact]
    public void Finds_a_place_that_is_told_more_precisely_since_and_no_other_that_bears_the_name()
    {
        var alone = ToldStructure.Gather([Told("foyer", "")], []).Single();
        Assert.Equal(("foyer", "foyer--r53"), (alone.Lead.Code, alone.Placed.Code));
        string? Found(params ToldName[] told) => ToldStructure.Find(ToldStructure.Gather(told, []), alone.Placed)?.Spot.End.Code;
        Assert.Equal("foyer--brest-r53", Found(Told("foyer", "brest")));
        Assert.Equal("foyer--brest-r53", Found(Told("foyer", "brest"), new("foyer", new("r32", null, "lille"), null, 4)));
        Assert.Null(Found(Told("foyer", "brest"), Told("foyer", "rennes")));
    }

    [Fact]
    public void Reads_back_the_place_that_it_stores()
    {
        foreach (var place in new StructurePlace[] { new(null, null, null), new("r53", null, null), new("r53", "dep-29", "brest"), new(null, null, "brest") }) Assert.Equal(place, StructurePlace.Read(place.Stored));
    }
}
