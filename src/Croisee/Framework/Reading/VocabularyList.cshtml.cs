using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Framework.Reading;

[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class VocabularyListModel : Screen
{
    static readonly Vocabulary[] OfTheFramework =
    [
        Vocabularies.Degree, Vocabularies.EffectsScale, Vocabularies.Pathway, Vocabularies.PathwayField, Vocabularies.Public, Vocabularies.Activity,
        Vocabularies.Space, Vocabularies.Scale, Vocabularies.Register, Vocabularies.Level, Vocabularies.Modality,
    ];

    public IReadOnlyList<Vocabulary> Framework => OfTheFramework;
    public IReadOnlyList<Vocabulary> Others { get; } = [.. Vocabularies.All.Except(OfTheFramework).OrderBy(v => v.Label, StringComparer.Create(Words.Localizer.French, ignoreCase: true))];

    public void OnGet() { }
}
