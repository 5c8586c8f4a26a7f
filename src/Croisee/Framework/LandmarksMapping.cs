using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Croisee.Framework;

/// <summary>How a higher room keeps the landmarks of its noun: one text column, never null, compared by value.</summary>
public static class LandmarksMapping
{
    public static PropertyBuilder<Landmarks> HasLandmarks(this PropertyBuilder<Landmarks> property) =>
        property.HasConversion(
            new ValueConverter<Landmarks, string>(l => LandmarksJson.Write(l), s => LandmarksJson.Read(s)),
            new ValueComparer<Landmarks>((a, b) => Equals(a, b), l => l.GetHashCode(), l => l));
}
