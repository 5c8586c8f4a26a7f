using System.Diagnostics;
using Croisee.Framework;
using Croisee.Library;
using Croisee.Library.Reading;
using Croisee.Words;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>What is made of a sheet's text: excerpts, differences, citations, structured data; hostile text stays text.</summary>
[Trait("kind", "pure")]
public sealed class SheetTextTest
{
    static readonly Labels Labels = new(new Localizer(new HttpContextAccessor()));
    static SheetContent Content(string title, string summary = "") => new() { Account = new() { Essentials = new() { Title = title, Summary = summary }, Structure = new() { OrganisationName = "Foyer {A} & B_C" } }, PublishedBy = "Organisme" };

    [Theory]
    [InlineData("usager", "Les usagères et l’usager", "usagères|usager")]
    [InlineData("jard", "Un jardin, des jardinières", "jardin|jardinières")]
    [InlineData("jardin ", "Un jardin, un jardinage", "jardin")]
    [InlineData("éveil", "EVEIL et eveil", "EVEIL|eveil")]
    public void Marks_the_words_that_the_search_would_find(string typed, string text, string marked)
    {
        var found = new FoundWords([typed.Trim()], typed);
        Assert.Equal(marked, string.Join('|', found.Mark(text).Where(r => r.Marked).Select(r => r.Text)));
        Assert.Equal(text, string.Concat(found.Mark(text).Select(r => r.Text)));
    }

    [Fact]
    public void Cuts_an_excerpt_around_what_was_found()
    {
        var text = string.Join(' ', Enumerable.Repeat("autre chose", 100)) + " jardin " + string.Join(' ', Enumerable.Repeat("encore", 100));
        var excerpt = string.Concat(new FoundWords(["jardin"], "jardin").Excerpt(text, 190).Select(r => r.Text));
        Assert.Contains("jardin", excerpt);
        Assert.InRange(excerpt.Length, 60, 200);
    }

    [Fact]
    public void Excerpts_any_text_whole_and_quickly()
    {
        var random = new Random(20270315);
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(400)).Select(_ => (char)(random.Next(5) == 0 ? random.Next(0xD800, 0xE000) : random.Next(5) == 0 ? ' ' : random.Next(32, 0x2FF))));
            _ = new FoundWords(["ab"], "ab").Excerpt(text, 60).Select(r => r.Text).ToList();
        }
        var watch = Stopwatch.StartNew();
        _ = new FoundWords(["zzz"], "zzz").Excerpt(string.Join(' ', Enumerable.Repeat("établissement", 8_000)), 190);
        // What grows with the square of the text would take minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed} for 100,000 characters (seed 20270315)");
    }

    [Fact]
    public void Says_word_by_word_what_changed()
    {
        var (before, after) = (Content("Titre", "Neuf résidents ont décidé."), Content("Titre", "Neuf résidents et trois soignants ont décidé."));
        var difference = Assert.Single(SheetDifferences.Between(before, after, Labels));
        Assert.Equal("Résumé", difference.Label);
        Assert.Equal("et trois soignants", string.Concat(difference.Words.Where(w => w.Change is Change.Added).Select(w => w.Text)).Trim());
        Assert.Equal(after.Account.Essentials.Summary, string.Concat(difference.Words.Where(w => w.Change is not Change.Removed).Select(w => w.Text)));
        Assert.Equal(before.Account.Essentials.Summary, string.Concat(difference.Words.Where(w => w.Change is not Change.Added).Select(w => w.Text)));
        Assert.Empty(SheetDifferences.Between(before, before, Labels));
    }

    [Fact]
    public void Cannot_be_led_out_of_the_structured_data()
    {
        var view = new SheetView(Content("</script><script>alert(1)</script>", "<!-- \" \\ \u2028"), Labels, EasyState.None, "bcdfghjk", "http://localhost/experiences/bcdfghjk", new DateOnly(2027, 3, 15), 1);
        var data = StructuredData.Of(view).Value!;
        Assert.DoesNotContain('<', data);
        Assert.DoesNotContain('>', data);
        Assert.Equal("</script><script>alert(1)</script>", System.Text.Json.JsonDocument.Parse(data).RootElement.GetProperty("headline").GetString());
    }

    [Fact]
    public void Cites_without_letting_a_title_command_the_reader_s_tools()
    {
        var citation = new Citation("bcdfghjk", "Foyer {A} & B_C", "50 % d’\\input{x}\r\nER  - ", "Organisme", 2, new(2027, 3, 15), "http://localhost/experiences/bcdfghjk", new(2027, 4, 1));
        Assert.Contains("\\{A\\} \\& B\\_C", citation.BibTex());
        Assert.Contains("50 \\% d’\\textbackslash input\\{x\\}", citation.BibTex());
        Assert.Equal(1, citation.Ris().Split("\r\n").Count(l => l.StartsWith("ER", StringComparison.Ordinal)));
        Assert.Contains("version 2 du 15 mars 2027", citation.InWords());
    }

    [Fact]
    public void Keeps_a_decision_of_which_only_one_thing_is_told()
    {
        var content = Content("Titre");
        content.Account.Changes.Decisions = [new() { Effect = "Le portail reste ouvert." }, new(), new() { Proposal = "Ouvrir le portail" }];
        var view = new SheetView(content, Labels, EasyState.None, "bcdfghjk", "http://localhost/experiences/bcdfghjk", new DateOnly(2027, 3, 15), 1);
        Assert.Equal(["Le portail reste ouvert.", "Ouvrir le portail|Rien encore, et nous le disons"], view.Threads.Select(t => string.Join('|', t.Select(s => s.Title))));
    }

    [Fact]
    public void Gives_each_sentence_of_an_easy_text_its_line() =>
        Assert.Equal(["On a choisi.", "Le dîner est à 19 h.", "C’est mieux !"], EasyLines.Of("On a choisi. Le dîner est à 19 h.\n\nC’est mieux !"));

    [Fact]
    public void Keeps_what_only_the_group_may_see_out_of_the_public_account()
    {
        var account = Given.AnAccountOf("Titre");
        (account.Structure.OrganisationFiness, account.Participants.BeneficiariesExact, account.Extra.Texts) = ("990000001", 40, new() { ["q"] = "réponse" });
        var open = SheetContent.ForPublic(account);
        Assert.Null(open.Structure.OrganisationFiness);
        Assert.Null(open.Participants.PersonsExact);
        Assert.Null(open.Participants.BeneficiariesExact);
        Assert.Empty(open.Extra.Texts);
        Assert.Equal(7, account.Participants.PersonsExact);
    }
}
