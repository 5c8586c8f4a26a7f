using System.Text;
using Croisee.Experiences.Exchange;
using Croisee.Framework;

namespace Croisee.Tests.Experiences;

/// <summary>Files as other instances write them, and what an export holds.</summary>
static class ExchangeFiles
{
    public static string Complete(string slug, int count, string sector = "SEC_VILLE")
    {
        var file = new StringBuilder("titre;resume;organisation_nom;organisation_type;secteur;territoire_region;contextes;date_debut;origine;initiateur;objectifs;publics;activites;modalites_libre;degre;degre_justification;niveau;effets_echelle;espace;nb_personnes;nb_professionnels;preparation_personnes;formation_pros;formation_commune;statut_personnes;reconnaissance;effets_personnes;evaluation_faite;redaction_par;appel\r\n");
        for (var i = 0; i < count; i++)
            file.Append($"Expérience {i};Un résumé;Structure {i};ORG_STRUCT_PRO;{sector};R84;CTX3_SOINS;2019-03;Une idée;INIT_PROFESSIONNELS;Un but | Un autre;PUB_HABITANTS;ACT_PREVENTION;En parlant;D3_CONCERTATION;Parce que;MESO;EFF_LES_DEUX;ESP_REEL;TR_6_10;TR_1_5;PREP_INFO;PREP_FORMATION;oui;ST_BENEVOLE;RCO_AUCUNE;Un effet;EVAL_NON;RED_ENSEMBLE;{slug}\r\n");
        return file.ToString();
    }

    /// <summary>Rows of an export as their fields tell them, without what each import gives anew.</summary>
    public static List<string> Cells(string file)
    {
        using var stream = File.OpenRead(file);
        return [.. CsvRows.Read(stream, LabelBook.Default).Select(r => { r.Row.Call = null; return string.Join('\u001f', ExperienceFields.All.Where(f => f.Way is Way.Both).Select(f => f.Cell(r.Row))); }).Order(StringComparer.Ordinal)];
    }
}
