using Croisee.Framework;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.Framework;

[Trait("kind", "pure")]
public sealed class LabelBookTest
{
    [Fact]
    public void Shows_the_default_words_when_the_instance_has_none()
    {
        foreach (var term in Vocabularies.All.SelectMany(v => v.Terms))
            Assert.Equal((term.Label, term.Easy), (LabelBook.Default.Label(term.Code), LabelBook.Default.Label(term.Code, easy: true)));
        Assert.Equal("UNKNOWN", LabelBook.Default.Label("UNKNOWN"));
    }

    [Fact]
    public void Lays_the_words_of_the_instance_over_the_defaults_one_by_one()
    {
        var book = LabelBook.From([new FrameworkLabel("V-PUBLIC", "PUB_HABITANTS", "Habitantes et habitants", " ")]);
        Assert.Equal("Habitantes et habitants", book.Label("PUB_HABITANTS"));
        Assert.Equal("Les habitants du quartier", book.Label("PUB_HABITANTS", easy: true));
        Assert.Equal("Tout public", book.Label("PUB_TOUT_PUBLIC"));
        Assert.Equal("Habitants d’un quartier", LabelBook.Default.Label("PUB_HABITANTS"));
    }

    [Fact]
    public void Offers_a_retired_term_no_more_but_keeps_it_where_it_was_chosen()
    {
        var retired = new FrameworkLabel("V-ESPACE", "ESP_VIRTUEL", null, null);
        retired.Retire();
        var book = LabelBook.From([retired]);
        Assert.Equal(["ESP_REEL", "ESP_MIXTE"], book.Choices(Vocabularies.Space).Select(c => c.Code));
        Assert.Equal("ESP_VIRTUEL", Assert.Single(book.Choices(Vocabularies.Space, chosen: ["ESP_VIRTUEL"]), c => c.Chosen).Code);
        Assert.Equal("Virtuel", book.Label("ESP_VIRTUEL"));
        retired.Restore();
        Assert.True(LabelBook.From([retired]).IsActive("ESP_VIRTUEL"));
    }

    [Fact]
    public void Refuses_words_for_a_code_of_another_vocabulary() =>
        Assert.Equal("FRM-CODE", Assert.Throws<RuleBroken>(() => new FrameworkLabel("V-DEGRE", "PUB_HABITANTS", "Habitants", null)).Code);

    [Fact]
    public void Refuses_easy_words_that_are_not_easy_and_words_too_long()
    {
        var label = new FrameworkLabel("V-INSTANCE", "IST_CVS", null, null);
        Assert.Equal("FRM-EASY", Assert.Throws<RuleBroken>(() => label.Reword(null, "Le CVS")).Code);
        Assert.Equal("FRM-EASY", Assert.Throws<RuleBroken>(() => label.Reword(null, new string('a', FrameworkLabel.EasyMax + 1))).Code);
        Assert.Equal("FRM-LABEL", Assert.Throws<RuleBroken>(() => label.Reword(new string('a', FrameworkLabel.LabelMax + 1), null)).Code);
        Assert.Null(label.Label);
    }

    [Fact]
    public void Carries_codes_and_words_of_every_term_in_the_codebook()
    {
        var retired = new FrameworkLabel("V-ESPACE", "ESP_VIRTUEL", "À distance", null);
        retired.Retire();
        var rows = LabelBook.From([retired]).Codebook().ToList();
        Assert.Equal(Vocabularies.All.Sum(v => v.Terms.Count), rows.Count);
        Assert.Equal(new CodebookRow("V-ESPACE", 1, "ESP_VIRTUEL", "À distance", "Nous nous parlons sur internet", "Virtual", false, Order: 2), rows.Single(r => r.Code == "ESP_VIRTUEL") with { Definition = null });
        Assert.All(rows, r => Assert.True(Vocabularies.Get(r.Vocabulary).Has(r.Code)));
        Assert.Equal("PUB_HANDICAP", rows.Single(r => r.Code == "PUB_HANDICAP_MOTEUR").Parent);
        var file = Codebooks.Read(Codebook.Csv(rows));
        Assert.Equal(["ordre", "parent"], file[0].TakeLast(2));
        Assert.Equal(["2", ""], file.Single(l => l[2] == "ESP_VIRTUEL").TakeLast(2));
    }

    [Fact]
    public void Disarms_words_that_a_spreadsheet_would_take_for_a_formula()
    {
        var file = Codebooks.Read(Codebook.Csv([new("V-ESPACE", 1, "ESP_REEL", "=1+1;\"a\"", "@x", "-2+1", true)]));
        Assert.All(new[] { file[1][3], file[1][4], file[1][5] }, cell => Assert.StartsWith("'", cell, StringComparison.Ordinal));
    }

    [Fact]
    public void Goes_back_to_the_default_words_and_counts_no_change_in_saying_the_same()
    {
        var label = new FrameworkLabel("V-ESPACE", "ESP_REEL", "Réel", "Nous nous voyons en vrai");
        Assert.False(label.Changes);
        label.Reword("En présence", null);
        label.Retire();
        Assert.True(label.Changes);
        label.GoBackToDefault();
        Assert.Equal((null, null, true, false), (label.Label, label.EasyLabel, label.Active, label.Changes));
    }
}
