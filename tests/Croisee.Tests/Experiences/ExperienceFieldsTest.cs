using System.Text.Json;
using Croisee.Experiences.Answers;
using Croisee.Experiences.Exchange;
using Croisee.Tests.House;
using Xunit;

namespace Croisee.Tests.Experiences;

[Trait("kind", "pure")]
public sealed class ExperienceFieldsTest
{
    static readonly JsonElement[] Demo = [.. JsonDocument.Parse(Repo.Read("demo/experiences.json")).RootElement.EnumerateArray()];

    [Fact]
    public void Takes_the_same_text_as_unchanged_whether_a_browser_or_a_file_breaks_its_lines()
    {
        var typed = new Essentials { Summary = "Une ligne.\r\nUne autre." };
        typed.Tidy();
        Assert.Equal("Une ligne.\nUne autre.", typed.Summary);
    }

    [Fact]
    public void Reads_every_demonstration_experience_without_error_and_complete()
    {
        Assert.Equal(24, Demo.Length);
        foreach (var json in Demo)
        {
            var read = ExperienceFields.Read(json);
            Assert.Empty(read.Errors);
            Assert.Equal(json.GetProperty("titre").GetString(), read.Account.Essentials.Title);
            Assert.Empty(read.Account.Steps.SelectMany(s => s.Missing()));
            Assert.EndsWith("example.org", read.Contact!.Email);
            Assert.Equal(json.GetProperty("demo").GetProperty("mode_saisie").GetString(), read.EntryMode);
            Assert.NotNull(read.WrittenBy);
        }
    }

    [Fact]
    public void Names_the_field_and_the_nearest_known_one_when_something_is_wrong()
    {
        var read = ExperienceFields.Read(JsonDocument.Parse("""
            {"titree": "x", "secteur": ["SEC_COLLECTIVITEE"], "nb_personnes_exact": "beaucoup", "titre": 12, "effets_pros": "texte", "resume": "\ud800", "contact_mail": "pas une adresse",
             "preparation_personnes": {"heures": -3}, "deroulement": [{"date": "2020", "autre": "x"}], "date_debut": "un jour", "etat": "EA_INCONNU"}
            """).RootElement);
        string Said(string field) => Assert.Single(read.Errors, e => e.Field == field).Sentence;
        Assert.Contains("titre", Said("titree"));
        Assert.Contains("SEC_COLLECTIVITE ?", Said("secteur"));
        foreach (var field in new[] { "nb_personnes_exact", "titre", "effets_pros", "resume", "contact_nom", "preparation_personnes_heures", "deroulement", "date_debut", "etat" }) Assert.NotEmpty(Said(field));
    }

    [Fact]
    public void Marks_as_required_what_sending_requires()
    {
        var missing = ExperienceFields.Missing(new ExchangeRow()).Select(m => m.Field).ToHashSet();
        Assert.DoesNotContain("", missing);
        Assert.Equal(missing.Order(), AccountFields.All.Where(f => f.Required).Select(f => f.Code).Order());
    }

    [Fact]
    public void Has_a_field_for_every_answer_of_the_account()
    {
        var covered = AccountFields.All.Select(f => f.Path).ToHashSet();
        var answers = typeof(Account).GetProperties().Where(p => p.PropertyType.IsSubclassOf(typeof(StepAnswers)))
            .SelectMany(s => s.PropertyType.GetProperties().SelectMany(p => p.PropertyType is { IsClass: true, Namespace: "Croisee.Experiences.Answers" } part
                ? part.GetProperties().Select(q => $"Account.{s.Name}.{p.Name}.{q.Name}") : [$"Account.{s.Name}.{p.Name}"]));
        Assert.Equal(answers.Order(), covered.Order());
    }

    [Fact]
    public void Suggests_no_name_when_there_is_none_to_suggest() => Assert.Null(Nearest.To("appel", []));
}
