using System.Runtime.CompilerServices;
using Croisee.Framework;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.Framework;

[Trait("kind", "pure")]
public sealed class VocabulariesTest
{
    [Fact]
    public void Keeps_every_code_ever_given()
    {
        var kept = File.ReadAllLines(Snapshot()).Where(l => l.Length > 0).ToList();
        var now = Vocabularies.All.SelectMany(v => v.Terms, (v, t) => $"{v.Code} {t.Code}").ToList();
        Assert.True(kept.Count > 500, "codes.txt has lost its lines.");
        var gone = kept.Except(now).ToList();
        Assert.True(gone.Count == 0, $"A code was renamed, moved or removed; data and exports rely on it: {string.Join(", ", gone)}");
        var added = now.Except(kept).ToList();
        Assert.True(added.Count == 0, $"Add the new codes to codes.txt, they are promised from now on: {string.Join(", ", added)}");
    }

    static string Snapshot([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "codes.txt");

    [Fact]
    public void Gives_each_code_to_one_term_only()
    {
        var twice = Vocabularies.All.SelectMany(v => v.Terms).GroupBy(t => t.Code, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Empty(twice);
        Assert.Equal(Vocabularies.All.Count, Vocabularies.All.Select(v => v.Code).Distinct().Count());
    }

    [Fact]
    public void Writes_codes_in_plain_signs_and_labels_in_typographic_French()
    {
        foreach (var term in Vocabularies.All.SelectMany(v => v.Terms))
        {
            Assert.True(term.Code.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'), term.Code);
            foreach (var text in new[] { term.Label, term.Easy, term.Definition, term.Redirection }.OfType<string>())
                Assert.False(text.Contains('\'') || text.Contains(" :") || text.Contains(" ;") || text.Contains(" ?") || text != text.Trim(), text);
        }
    }

    [Fact]
    public void Says_each_term_in_four_ways()
    {
        foreach (var term in Vocabularies.All.SelectMany(v => v.Terms))
            Assert.All(new[] { term.Code, term.Label, term.Easy, term.English }, text => Assert.False(string.IsNullOrWhiteSpace(text), term.Code));
    }

    [Fact]
    public void Keeps_easy_labels_easy()
    {
        var faults = Vocabularies.All.SelectMany(v => v.Terms).Select(t => (t.Code, t.Easy, Fault: EasyLabel.Fault(t.Easy))).Where(f => f.Fault is not null);
        Assert.Empty(faults);
        Assert.All(Vocabularies.All.SelectMany(v => v.Terms), t => Assert.InRange(t.Easy.Length, 1, FrameworkLabel.EasyMax));
        Assert.All(Vocabularies.All.SelectMany(v => v.Terms), t => Assert.InRange(t.Label.Length, 1, FrameworkLabel.LabelMax));
    }

    [Fact]
    public void Rewrites_degrees_registers_and_scales_one_easy_idea_a_line()
    {
        foreach (var term in new[] { Vocabularies.Degree, Vocabularies.Register, Vocabularies.Scale }.SelectMany(v => v.Terms))
        {
            Assert.NotEmpty(term.EasyLines);
            Assert.All(term.EasyLines, line => Assert.Null(EasyLabel.Fault(line)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Un mot et un autre et un autre et un autre et un autre")]
    [InlineData("Le CVS")]
    [InlineData("Le conseil (élu)")]
    [InlineData("Oui ; non")]
    [InlineData("Oui - non")]
    [InlineData("Plus de 1000 personnes")]
    [InlineData("La moitié, 50 %")]
    public void Names_a_fault_when_a_label_is_not_easy(string label) => Assert.NotNull(EasyLabel.Fault(label));

    [Fact]
    public void Holds_every_parent_in_the_vocabulary_or_above()
    {
        Assert.All(Vocabularies.All.SelectMany(v => v.Terms).Where(t => t.Parent is not null), t => Assert.True(Vocabularies.Has(t.Parent), t.Code));
        Assert.Equal(6, Vocabularies.Public.Under("PUB_HANDICAP").Count());
        Assert.DoesNotContain(Vocabularies.Public.Roots, t => t.Code == "PUB_HANDICAP_POLY");
    }

    [Theory]
    [InlineData("V-DEGRE", 5)]
    [InlineData("V-REGISTRE", 7)]
    [InlineData("V-CONTEXTE", 9)]
    [InlineData("V-REGION", 19)]
    [InlineData("V-DEPARTEMENT", 101)]
    [InlineData("V-CRITERE", 8)]
    [InlineData("V-CONDITION", 53)]
    [InlineData("V-MOYEN-INCLUSIF", 29)]
    [InlineData("V-STATUT", 9)]
    public void Holds_as_many_terms_as_the_domain_gives(string vocabulary, int terms) => Assert.Equal(terms, Vocabularies.Get(vocabulary).Terms.Count);

    [Fact]
    public void Requires_exactly_the_eight_blocks_of_the_charter() =>
        Assert.Equal(
            ["objectifs", "valeurs_principes_ethiques", "lexique", "competences_requises", "modalites_fonctionnement", "roles_places", "ressources_materielles", "delais"],
            Vocabularies.Get("V-CHARTE-BLOC").Terms.Where(t => !t.Optional).Select(t => t.Code));

    [Fact]
    public void Gives_every_refusal_a_kind_text_and_a_way_on() =>
        Assert.All(Vocabularies.IneligibilityReason.Terms, t =>
        {
            Assert.StartsWith("Merci", t.Definition);
            Assert.False(string.IsNullOrWhiteSpace(t.Redirection));
            // What was refused is closed to its authors: they can write to the team, not complete the form.
            Assert.DoesNotContain("complétez", t.Redirection);
            Assert.DoesNotContain("répondre à ce message", t.Redirection);
        });

    [Fact]
    public void Refuses_a_code_of_another_vocabulary()
    {
        var broken = Assert.Throws<RuleBroken>(() => Vocabularies.Degree.Require("REG4_INITIATIVE", "Degree"));
        Assert.Equal(("FRM-CODE", "Degree"), (broken.Code, broken.Field));
    }

    [Fact]
    public void Fails_loudly_on_an_unknown_vocabulary_and_quietly_on_an_unknown_code()
    {
        Assert.Throws<KeyNotFoundException>(() => Vocabularies.Get("V-NOTHING"));
        Assert.Null(Vocabularies.Find("NOTHING"));
        Assert.False(Vocabularies.Has(null));
    }

    [Fact]
    public void Opens_every_named_accessor()
    {
        var accessors = typeof(Vocabularies).GetProperties().Where(p => p.PropertyType == typeof(Vocabulary)).ToList();
        Assert.True(accessors.Count > 30);
        Assert.Equal(accessors.Count, accessors.Select(p => ((Vocabulary)p.GetValue(null)!).Code).Distinct().Count());
    }

    [Fact]
    public void Fills_every_column_of_the_seven_registers() =>
        Assert.All(Register.All, r => Assert.All([r.Actors, r.Modalities, r.Aim, r.BenefitsForOrganisation, r.BenefitsForPerson], c => Assert.True(c.Length > 5)));

    /// <summary>« Plus de 100 personnes » would be true of 600 people too: an easy label names both ends.</summary>
    [Theory]
    [InlineData("V-TRANCHE")]
    [InlineData("V-BUDGET")]
    public void Gives_easy_ranges_the_same_bounds(string vocabulary) =>
        Assert.All(Vocabularies.Get(vocabulary).Terms.Where(t => t.Label.Any(char.IsAsciiDigit)), t => Assert.Equal(t.Label.Where(char.IsAsciiDigit), t.Easy.Where(char.IsAsciiDigit)));

    [Fact]
    public void Warns_of_rights_for_pay_but_not_for_a_refund()
    {
        Assert.True(Recognition.NeedsRightsWarning(["RCO_FRAIS_REMBOURSES", "RCO_VACATION"]));
        Assert.False(Recognition.NeedsRightsWarning(["RCO_FRAIS_REMBOURSES", "RCO_FRAIS_AVANCES", "RCO_ATTESTATION", "unknown"]));
    }
}
