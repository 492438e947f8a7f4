SELECT month, min(place), max(place) FROM chosen GROUP BY month ORDER BY min(place)
