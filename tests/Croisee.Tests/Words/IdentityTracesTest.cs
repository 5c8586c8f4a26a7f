using Croisee.Words;
using Xunit;

namespace Croisee.Tests.Words;

[Trait("kind", "pure")]
public sealed class IdentityTracesTest
{
    [Theory]
    [InlineData("Mme Dupont est venue.", "Une dame est venue.")]
    [InlineData("Le témoignage de Mme Dupont nous a aidés.", "Le témoignage d’une dame nous a aidés.")]
    [InlineData("Ma voisine Josette, qui lit beaucoup, a aimé.", "Ma voisine, qui lit beaucoup, a aimé.")]
    [InlineData("Le Dr Lambert a signé.", "Le médecin a signé.")]
    [InlineData("Appelez le 06 12 34 56 78 !", "Appelez le [téléphone retiré] !")]
    [InlineData("Un résident sourd a demandé un interprète.", "Un résident a demandé un interprète.")]
    [InlineData("Mme Roche, chambre 118, refuse la douche.", "Une résidente, refuse la douche.")]
    [InlineData("Il est né le 3 mai 1940.", "Il est né le [date retirée].")]
    [InlineData("Atteinte d’un cancer, elle tremble.", "Elle tremble.")]
    [InlineData("Mme Colin (ch. 12) chante.", "Une résidente chante.")]
    public void Proposes_a_sentence_that_still_reads_when_traces_are_removed(string text, string expected) =>
        Assert.Equal(expected, IdentityTraces.Remove(text, IdentityTraces.Find(text)));

    [Theory]
    [InlineData("285069934101245", false)]
    [InlineData("255081416802538", true)]
    [InlineData("2 55 08 14 168 025 38", true)]
    public void Marks_a_security_number_when_its_key_is_right_or_wrong(string number, bool right)
    {
        var trace = Assert.Single(IdentityTraces.Find($"Le numéro {number} est sur la feuille."));
        Assert.Equal(TraceKind.SocialSecurityNumber, trace.Kind);
        Assert.Equal(number.Length, trace.Length);
        Assert.Equal(right, SecurityNumberTraces.HasRightKey(number.Replace(" ", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2A", 19)]
    [InlineData("2B", 18)]
    public void Checks_the_key_of_a_number_from_Corsica_when_it_has_a_letter(string department, int stands)
    {
        var key = 97 - (long.Parse($"18505{stands}341012", System.Globalization.CultureInfo.InvariantCulture) % 97);
        Assert.True(SecurityNumberTraces.HasRightKey($"18505{department}341012{key:00}"));
        Assert.False(SecurityNumberTraces.HasRightKey($"18505{department}341012{(key % 97) + 1:00}"));
    }

    [Theory]
    [InlineData("M. le directeur et Mme la présidente ont ouvert la séance.")]
    [InlineData("Madame, Monsieur, rendez-vous place du Docteur Roux ou rue Pasteur.")]
    [InlineData("La loi Kouchner et le prix Nobel ; l’hôpital Saint-Louis ; la Résidence Les Tilleuls.")]
    [InlineData("Un programme pour les personnes diabétiques, un atelier sur le diabète, le Mois de la santé mentale, l’association Alzheimer.")]
    [InlineData("Les personnes en situation de handicap composent le 15, le 112, le 3114 ou le 39 77.")]
    [InlineData("SIRET 802 123 456 00012, FINESS 990001234, 1 250 000 €, article L. 311-6, 2018-2024.")]
    [InlineData("M. X et Mme Y ont déjà été rendus anonymes.")]
    [InlineData("Le projet est né le 12 mars 2019. Il lit 2 livres par mois. La résidence a 12 chambres.")]
    public void Leaves_the_text_alone_when_nobody_can_be_recognised(string text) =>
        Assert.Empty(IdentityTraces.Find(text));

    [Theory]
    [InlineData("mme dupont a appelé", "mme dupont")]
    [InlineData("Nous avons vu l’abbé Le Goff.", "abbé Le Goff")]
    [InlineData("Kevin, 12 ans, a chanté.", "Kevin")]
    [InlineData("La résidente Jeanne L. a lu.", "Jeanne L.")]
    [InlineData("Ysaline a chanté, puis on a remercié Ysaline.", "Ysaline", "Ysaline")]
    [InlineData("Mme\u00A0Dup\u200Bont et M.\u202Fde La Tour", "Mme\u00A0Dup\u200Bont", "M.\u202Fde La Tour")]
    [InlineData("Mme Le\u0301ger est la\u0300.", "Mme Le\u0301ger")]
    public void Marks_exactly_the_name_when_it_is_written_carelessly_or_rarely(string text, params string[] names) =>
        Assert.Equal(names, IdentityTraces.Find(text).Where(t => t.Kind == TraceKind.Name).Select(t => text.Substring(t.Start, t.Length)));

    [Theory]
    [InlineData(1, "Un mot peut faire reconnaître quelqu’un")]
    [InlineData(2, "Deux mots peuvent faire reconnaître quelqu’un")]
    [InlineData(30, "30 mots peuvent faire reconnaître quelqu’un")]
    public void Warns_in_words_when_traces_are_counted(int count, string title) => Assert.Equal(title, TracesWarning.Title(count));

    [Fact]
    public void Names_and_explains_every_kind_when_it_warns()
    {
        foreach (var kind in Enum.GetValues<TraceKind>())
        {
            Assert.NotEmpty(TracesWarning.Label(kind));
            Assert.NotEmpty(TracesWarning.Explain(kind));
        }
    }
}
